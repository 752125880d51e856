package org.upstander.standalone.mailbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest mails, newest first. */
final class Inbox {

    private final int most;
    private final Deque<Mail> mails = new ArrayDeque<>();

    Inbox(int most) {
        this.most = most;
    }

    synchronized void add(Mail mail) {
        mails.addFirst(mail);
        if (mails.size() > most) {
            mails.removeLast();
        }
    }

    synchronized List<Mail> newestFirst() {
        return List.copyOf(mails);
    }
}
