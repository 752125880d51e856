package org.upstander.alert.notify.mail;

import java.util.regex.Pattern;

/**
 * Which addresses we write to: plain ones. Quoted names, comments and lists are legal mail but also
 * the way to smuggle a second recipient or a header in.
 */
final class MailAddress {

    private static final Pattern PLAIN =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private MailAddress() {}

    static boolean isPlain(String address) {
        return PLAIN.matcher(address).matches();
    }
}
