package org.upstander.alert.domain.pattern;

/**
 * Counts how often somebody looks at a character: a measure of work that no machine's load moves.
 */
final class CountingText implements CharSequence {

    private final String text;
    private int steps;

    CountingText(String text) {
        this.text = text;
    }

    int steps() {
        return steps;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        steps++;
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
