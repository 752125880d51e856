package org.upstander.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;

class FromTopicsTest {

    private static final List<Person> STAFF = Posts.staff(10);

    @Test
    void postSaysWhatWasWritten() {
        SyntheticPost written = Posts.naming(STAFF).get(7);

        Post post = FromTopics.post(written);

        assertThat(post.text()).isEqualTo(written.text());
        assertThat(post.source()).isEqualTo(Traffic.PLATFORM);
        assertThat(post.author().handle()).isEqualTo("member-" + written.author());
        assertThat(post.thread().title()).isEqualTo("Thread number " + written.thread());
        assertThat(post.url()).startsWith("https://");
        assertThat(post.deleted()).isFalse();
    }

    @Test
    void memberHasNamesHandleAndIdentifiers() {
        Person person = STAFF.get(3);

        StaffMember member = FromTopics.member(person);

        assertThat(member.id()).isEqualTo(person.staffId());
        assertThat(member.names()).containsExactly(person.name(), person.firstName());
        assertThat(member.handles())
                .containsExactly(new StaffMember.Handle(Traffic.PLATFORM, person.handle()));
        assertThat(member.protectedIdentifiers())
                .extracting(StaffMember.ProtectedIdentifier::kind)
                .containsExactly("phone", "email");
        assertThat(member.protectedIdentifiers())
                .allSatisfy(identifier -> assertThat(identifier.hash()).matches("[0-9a-f]{64}"));
    }

    @Test
    void plainPostsNameNobodyAndTheOthersAllNameSomebody() {
        assertThat(Posts.plain()).allSatisfy(post -> assertThat(post.named()).isNull());
        assertThat(Posts.naming(STAFF)).allSatisfy(post -> assertThat(post.named()).isNotNull());
    }
}
