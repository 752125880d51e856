package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.StaffMember;

/** alert-service's canary: somebody of whom nothing is known but one account on one platform. */
class LoneHandleTest {

    @Property(tries = 100)
    void aTextOfTheHandleAloneMeansItsOwnerAndNobodyElse(
            @ForAll @CharRange(from = 'a', to = 'm') @StringLength(8) String odd,
            @ForAll @CharRange(from = 'n', to = 'z') @StringLength(8) String even) {
        StringBuilder handle = new StringBuilder();
        for (int at = 0; at < odd.length(); at++) {
            handle.append(odd.charAt(at)).append(even.charAt(at));
        }
        List<StaffMember> staff = new ArrayList<>(Rosters.community());
        staff.add(
                Rosters.member("~canary", handle.toString(), List.of())
                        .with("upstander-canary", handle.toString())
                        .build());

        List<Mention> mentions =
                Rosters.bind(
                        staff,
                        Rosters.post("upstander-canary", "watchdog", null, null, "@" + handle));

        assertThat(mentions).extracting(Mention::staffId).containsExactly("~canary");
    }
}
