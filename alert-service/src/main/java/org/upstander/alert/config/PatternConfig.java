package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** From where on something that shows only over time calls somebody. */
@ConfigMapping(prefix = "upstander.alert.patterns")
public interface PatternConfig {

    /** How far back one author's posts on one person are looked at. */
    @WithDefault("P30D")
    Duration horizon();

    /** How many of them at most. */
    @WithDefault("200")
    @Min(20)
    @Max(1000)
    int most();

    /** How late a post may come and still be judged in its place. */
    @WithDefault("PT10M")
    Duration lateness();

    /** How long after somebody was first seen they are new. */
    @WithDefault("P7D")
    Duration newcomer();

    Retaliation retaliation();

    Brewing brewing();

    CrowdBrewing crowdBrewing();

    Persistence persistence();

    PileOn pileOn();

    OffHours offHours();

    Approach approach();

    Campaign campaign();

    /** After a moderation action. */
    interface Retaliation {

        /** How long an action counts. */
        @WithDefault("P90D")
        Duration window();

        /** In which the risk halves. */
        @WithDefault("P21D")
        Duration halfLife();

        /** How much lower the bar is right after an action. */
        @WithDefault("0.2")
        @DecimalMin("0")
        @DecimalMax("0.5")
        double lowersBy();

        /** The risk to each of a team where nobody says who acted, as a part of that to one. */
        @WithDefault("0.5")
        @DecimalMin("0")
        @DecimalMax("1")
        double unknownActor();

        /** Least risk at which an attack weighs one severity more. */
        @WithDefault("0.1")
        @DecimalMin("0")
        @DecimalMax("1")
        double raisesFrom();
    }

    /** A slow rise from one author to one person; for a bar of .6, for others in proportion. */
    interface Brewing {

        /** A level of scores that is borne. */
        @WithDefault("0.34")
        double allowance();

        /** Sum of what is beyond it that is an alarm. */
        @WithDefault("0.2")
        double decision();

        /** What a single post counts at most. */
        @WithDefault("0.44")
        double most();

        /** In which the sum halves. */
        @WithDefault("P7D")
        Duration halfLife();
    }

    /** A slow rise from all authors together to one person; for a bar of .6, too. */
    interface CrowdBrewing {

        /** A level of scores that is borne. */
        @WithDefault("0.36")
        double allowance();

        /** Sum of what is beyond it that is an alarm. */
        @WithDefault("0.6")
        double decision();

        /** What a single post counts at most. */
        @WithDefault("0.46")
        double most();

        /** In which the sum halves. */
        @WithDefault("P2D")
        Duration halfLife();
    }

    /** One author who does not let go. */
    interface Persistence {

        /** In which posts count. */
        @WithDefault("P14D")
        Duration window();

        /** How many there are at least. */
        @WithDefault("15")
        @Min(2)
        int posts();

        /** On how many days. */
        @WithDefault("5")
        @Min(1)
        int days();

        /** In how many threads. */
        @WithDefault("5")
        @Min(1)
        int threads();

        /** Posts after they were asked to stop that are enough by themselves. */
        @WithDefault("3")
        @Min(1)
        int afterStop();

        /** In how many threads these are. */
        @WithDefault("3")
        @Min(0)
        int afterStopThreads();
    }

    /** Many authors at once. */
    interface PileOn {

        /** In which they count. */
        @WithDefault("PT6H")
        Duration window();

        /** How many there are at least. */
        @WithDefault("8")
        @Min(2)
        int authors();
    }

    /** Contact outside of working hours. */
    interface OffHours {

        /** In which contacts count. */
        @WithDefault("P14D")
        Duration window();

        /** What one at night weighs. */
        @WithDefault("2")
        double night();

        /** What another outside of working hours weighs. */
        @WithDefault("0.5")
        double offHours();

        /** Sum from which on it is a pattern. */
        @WithDefault("10")
        double weight();

        /** Different nights that it takes. */
        @WithDefault("4")
        @Min(1)
        int nights();
    }

    /** Attempts to reach somebody in private. */
    interface Approach {

        /** In which they count. */
        @WithDefault("P30D")
        Duration window();

        /** How many are a pattern. */
        @WithDefault("2")
        @Min(1)
        int attempts();
    }

    /** The same text or link in several places. */
    interface Campaign {

        /** From how many sources on. */
        @WithDefault("2")
        @Min(2)
        int sources();

        /** From how many authors on. */
        @WithDefault("3")
        @Min(2)
        int authors();
    }
}
