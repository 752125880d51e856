package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.domain.ChannelAction;
import org.upstander.alert.domain.Incident;

/**
 * What a message shows whose button was pressed: who has the incident, as it is now. While it is
 * open the buttons stay for whoever else is needed.
 */
@ApplicationScoped
public class AnswerButton {

    private final ComposeMessage composeMessage;
    private final ButtonReplies replies;

    AnswerButton(ComposeMessage composeMessage, ButtonReplies replies) {
        this.composeMessage = composeMessage;
        this.replies = replies;
    }

    /**
     * Never fails, and may take a while: the other side does not wait for it.
     *
     * @param replyTo where, as the other side says
     */
    public Uni<Void> tell(String replyTo, ChannelAction action, Transition done) {
        if (done instanceof Transition.Changed changed) {
            return tell(replyTo, changed.incident(), sentence(action, true));
        }
        if (done instanceof Transition.Escalated escalated) {
            return tell(replyTo, escalated.incident(), sentence(escalated.paged()));
        }
        if (done instanceof Transition.Unchanged unchanged) {
            return tell(replyTo, unchanged.incident(), sentence(action, false));
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(String replyTo, Incident incident, String sentence) {
        return incident.isOpen()
                ? replies.aside(replyTo, sentence)
                : replies.replace(replyTo, composeMessage.state(incident));
    }

    private static String sentence(ChannelAction action, boolean changed) {
        if (action.acknowledges().isEmpty()) {
            return "It is as it was: nothing left to do.";
        }
        return changed
                ? "Noted. Paging goes on until as many people have acknowledged as the policy wants."
                : "You have acknowledged already; somebody else has to as well.";
    }

    private static String sentence(boolean paged) {
        return paged
                ? "The next step is called now."
                : "Nobody else is called now. Why, and until when, stands in the incident.";
    }
}
