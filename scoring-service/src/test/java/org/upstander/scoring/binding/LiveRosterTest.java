package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.member;
import static org.upstander.scoring.binding.Rosters.post;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Posts go on while the roster changes under them. */
class LiveRosterTest {
    private static final int SWAPS = 300;
    private static final Post BOTH = post("Ada Quill and Bohdan Finch closed the thread");
    private static final Map<String, String> ONE =
            Map.of("Ada Quill", "cm-1", "Bohdan Finch", "cm-2");
    private static final Map<String, String> OTHER =
            Map.of("Ada Quill", "cm-2", "Bohdan Finch", "cm-1");

    private final LiveRoster roster =
            new LiveRoster(new RosterCompiler(Lexicon.shipped(), Rosters.HASH));
    private final FoldedText text = new Folding().fold(BOTH.text());

    @Test
    void everyPostSeesOneRosterOrTheNextButNeverHalfOfEach() throws Exception {
        // Given: two people who exchange their names each time
        roster.replace(people(ONE));
        AtomicBoolean over = new AtomicBoolean();
        Callable<Set<Map<String, String>>> reading =
                () -> {
                    Set<Map<String, String>> seen = new HashSet<>();
                    while (!over.get()) {
                        seen.add(meant());
                    }
                    return seen;
                };
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            // When
            List<Future<Set<Map<String, String>>>> seen =
                    List.of(readers.submit(reading), readers.submit(reading));
            for (int swap = 1; swap <= SWAPS; swap++) {
                roster.replace(people(swap % 2 == 1 ? OTHER : ONE));
            }
            over.set(true);

            // Then
            Set<Map<String, String>> all = new HashSet<>();
            for (Future<Set<Map<String, String>>> one : seen) {
                all.addAll(one.get());
            }
            assertThat(all).containsExactlyInAnyOrder(ONE, OTHER);
            assertThat(roster.current().version()).isEqualTo(SWAPS + 1);
        } finally {
            over.set(true);
            readers.shutdownNow();
        }
    }

    @Test
    void whoIsTakenOffIsMeantByNoPostThatComesAfter() {
        // Given
        roster.replace(people(ONE));
        assertThat(meant()).isEqualTo(ONE);
        // When
        roster.replace(people(Map.of("Ada Quill", "cm-1")));
        // Then
        assertThat(meant()).isEqualTo(Map.of("Ada Quill", "cm-1"));
    }

    private Map<String, String> meant() {
        return roster.current().binder().bind(BOTH, text).mentions().stream()
                .collect(
                        Collectors.toMap(
                                mention ->
                                        BOTH.text()
                                                .substring(
                                                        mention.span().start(),
                                                        mention.span().end()),
                                mention -> mention.staffId()));
    }

    private static List<StaffMember> people(Map<String, String> idsByName) {
        return idsByName.entrySet().stream()
                .map(one -> member(one.getValue(), one.getKey(), List.of(one.getKey())).build())
                .toList();
    }
}
