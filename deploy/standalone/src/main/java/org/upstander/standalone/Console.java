package org.upstander.standalone;

import java.io.PrintStream;

/** The one place that writes to the terminal: whole lines, each with the name of who speaks. */
final class Console implements LogListener {

    /** Name under which the launcher itself speaks. */
    static final String SELF = "upstander";

    private static final int NAME_WIDTH = SELF.length();

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    /** Says something in the launcher's own name; a text of several lines becomes as many. */
    void say(String text) {
        text.lines().forEach(line -> line(SELF, line));
    }

    /** Prints a block of text as it is, to be copied from. */
    void block(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void line(String name, String line) {
        String whole = "%-" + NAME_WIDTH + "s | %s%n";
        out.print(whole.formatted(name, printable(line)));
        out.flush();
    }

    /** Without what could steer a terminal; a service never means to. */
    private static String printable(String line) {
        if (line.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t')) {
            return line;
        }
        StringBuilder clean = new StringBuilder(line.length());
        line.chars()
                .forEach(
                        c -> clean.append(Character.isISOControl(c) && c != '\t' ? '?' : (char) c));
        return clean.toString();
    }
}
