package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;

/** Answers whoever pressed a button in a message. Never fails: what was done is done. */
public interface ButtonReplies {

    /**
     * Shows what became of it in place of the message, without its buttons.
     *
     * @param replyTo where, as the other side says; followed only where it is a place of its own
     */
    Uni<Void> replace(String replyTo, Message.StateChange change);

    /**
     * Leaves the message as it is, and says something to whoever pressed the button only.
     *
     * @param text a sentence of ours
     */
    Uni<Void> aside(String replyTo, String text);
}
