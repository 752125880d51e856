package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;

class BriefingTest {

    @Test
    void aCodeIsShownAndALinkIsNot() {
        // When
        Briefing briefing =
                Briefing.of(
                        new Message.Note("Upstander code 042195", "The code is 042195. Be careful."));

        // Then
        assertThat(briefing.title()).contains("042195");
        assertThat(briefing.lines()).isEqualTo("Message: The code is 042195. Be careful.");
        assertThat(briefing.links()).isEmpty();
    }

    @Test
    void theAttackedIsToldNothingButThatSomebodyTakesCare() {
        Briefing briefing = Briefing.of(new Message.TargetNotice("in-1", "Dana"));
        assertThat(briefing.title()).isEqualTo("Somebody is taking care");
        assertThat(briefing.facts()).isEmpty();
    }
}
