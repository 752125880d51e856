package org.upstander.ingest.fetch;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Puts messages of a WebSocket server together (RFC 6455), and answers what keeps the connection
 * alive, by Netty's codec on the bytes of a connection that is ours: Vert.x's own client looks a
 * name up by itself, so it could be led elsewhere than to the address that was checked.
 */
final class WebSocketFrames {

    private final Consumer<String> sink;
    private final Consumer<Buffer> answer;
    private final EmbeddedChannel codec;
    private boolean closed;

    /** What is to be thought of what came. */
    enum State {
        OPEN,
        /** They said good-bye. */
        CLOSED,
        /** No WebSocket, or longer than it may be. */
        BROKEN
    }

    /**
     * @param longest bytes of a message
     * @param sink gets each message
     * @param answer gets frames for the server
     */
    WebSocketFrames(int longest, Consumer<String> sink, Consumer<Buffer> answer) {
        this.sink = sink;
        this.answer = answer;
        codec = new EmbeddedChannel();
        // Nobody has to give memory back then.
        codec.config().setAllocator(new UnpooledByteBufAllocator(false));
        codec.pipeline()
                .addLast(
                        new WebSocket13FrameEncoder(true),
                        new WebSocket13FrameDecoder(
                                WebSocketDecoderConfig.newBuilder()
                                        .expectMaskedFrames(false)
                                        .maxFramePayloadLength(longest)
                                        .closeOnProtocolViolation(false)
                                        .withUTF8Validator(false)
                                        .build()),
                        new WebSocketFrameAggregator(longest));
    }

    /** What came before the end, or what is broken, counts. */
    State take(Buffer part) {
        boolean broken = !decode(part);
        for (WebSocketFrame frame = codec.readInbound();
                frame != null;
                frame = codec.readInbound()) {
            if (frame instanceof CloseWebSocketFrame) {
                return State.CLOSED;
            }
            if (frame instanceof PingWebSocketFrame) {
                send(new PongWebSocketFrame(frame.content()));
            } else if (!(frame instanceof PongWebSocketFrame)) {
                sink.accept(frame.content().toString(StandardCharsets.UTF_8));
            }
        }
        return broken ? State.BROKEN : State.OPEN;
    }

    private boolean decode(Buffer part) {
        try {
            codec.writeInbound(Unpooled.wrappedBuffer(part.getBytes()));
            return true;
        } catch (DecoderException e) {
            return false;
        }
    }

    /** Says good-bye, once. */
    void close() {
        if (!closed) {
            closed = true;
            send(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
        }
    }

    private void send(WebSocketFrame frame) {
        codec.writeOutbound(frame);
        for (ByteBuf bytes = codec.readOutbound(); bytes != null; bytes = codec.readOutbound()) {
            answer.accept(Buffer.buffer(bytes));
        }
    }
}
