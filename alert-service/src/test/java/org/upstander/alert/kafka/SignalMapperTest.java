package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Signal;
import org.upstander.contracts.v1.SignalEvent;

/** Signals of the contract's golden samples. */
class SignalMapperTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    @Test
    void anAmplificationIsAboutAPost() throws IOException {
        Signal signal = SignalMapper.toDomain(read(sample("amplification")));

        assertThat(signal.isAmplification()).isTrue();
        assertThat(signal.postId()).isEqualTo("05592b7a825bcaddc34ea669cc3a5f39");
        assertThat(signal.author()).isEqualTo(new Author("90", "rowan", "Rowan", true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "postId", "at", "receivedAt", "signalId"})
    void anAmplificationOfNothingIsRefused(String field) throws IOException {
        ObjectNode json = sample("amplification");
        json.remove(field);

        assertThatThrownBy(() -> SignalMapper.toDomain(read(json)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining(field);
    }

    @Test
    void aJoinIsOfWhoeverCameAndByWhat() throws IOException {
        Signal signal = SignalMapper.toDomain(read(sample("member-joined")));

        assertThat(signal.type()).isEqualTo(Signal.JOIN);
        assertThat(signal.source()).isEqualTo("forum");
        assertThat(signal.invite()).isEqualTo("b5f39b08d98547acab15b60a3f1fd936");
        assertThat(SignalMapper.toDomain(read(sample("minimal-member-joined"))).invite()).isNull();
    }

    @Test
    void aJoinOfNoPlaceIsRefused() throws IOException {
        ObjectNode json = sample("member-joined");
        json.remove("source");

        assertThatThrownBy(() -> SignalMapper.toDomain(read(json)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ban", "contact-attempt", "unknown-fields", "member-joined"})
    void theOthersAreAboutNoPost(String sample) throws IOException {
        Signal signal = SignalMapper.toDomain(read(sample(sample)));

        assertThat(signal.isAmplification()).isFalse();
        assertThat(signal.postId()).isNull();
    }

    private static SignalEvent read(ObjectNode json) {
        return JSON.convertValue(json, SignalEvent.class);
    }

    private static ObjectNode sample(String name) throws IOException {
        try (InputStream in =
                SignalEvent.class.getResourceAsStream("samples/signal/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        }
    }
}
