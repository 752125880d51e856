package org.upstander.ingest.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jboss.logging.Logger;
import org.upstander.access.SealedBox;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.ingest.application.OriginalsKept;
import org.upstander.ingest.config.EvidenceConfig;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.Post;

/** Posts as they were received, sealed, on {@link Topics#ORIGINALS}. */
@ApplicationScoped
class SealedOriginals implements OriginalsKept {

    private static final Logger LOG = Logger.getLogger(SealedOriginals.class);

    private final SealedBox box;

    @Inject
    SealedOriginals(EvidenceConfig config) {
        this(SealedBox.of("UPSTANDER_EVIDENCE_KEY", config.key().orElse(List.of())));
    }

    SealedOriginals(SealedBox box) {
        this.box = box;
    }

    void onStart(@Observes StartupEvent start) {
        if (!areKept()) {
            LOG.warn("originals of posts are not kept: UPSTANDER_EVIDENCE_KEY is not set");
        }
    }

    @Override
    public boolean areKept() {
        return box.isOpenable();
    }

    /** Whether there is one to be written. */
    boolean has(Post post) {
        return post.original() != null && areKept();
    }

    /**
     * @param id {@code ce_id}, the same as that of the post's record
     */
    ProducerRecord<String, byte[]> record(Post post, String id, EventHeaders headers) {
        Original original = post.original();
        String form = form(original);
        byte[] sealed =
                box.seal(
                        original.data(),
                        original.from(),
                        original.length(),
                        String.join("\n", id, original.contentType(), form));
        List<Header> all = headers.of(id);
        all.add(header(Headers.ORIGINAL_CONTENT_TYPE, original.contentType()));
        all.add(header(Headers.ORIGINAL_FORM, form));
        all.add(header(Headers.ORIGINAL_KEY, box.keyId()));
        return new ProducerRecord<>(Topics.ORIGINALS, null, post.id().value(), sealed, all);
    }

    private static String form(Original original) {
        return (original.restated() ? "restated" : "received") + (original.cut() ? "-cut" : "");
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
