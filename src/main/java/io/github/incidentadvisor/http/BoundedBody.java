package io.github.incidentadvisor.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;

/** Takes a body in and hangs up as soon as it is larger than allowed, whatever length was announced. */
public final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private Flow.Subscription subscription;

    private BoundedBody(int limit) {
        this.limit = limit;
        if (limit < 0) {
            // Before anything else can go wrong with the connection.
            whole.completeExceptionally(new TooLarge());
        }
    }

    /** Bodies of at most {@code limit} bytes as they come over the wire. */
    public static HttpResponse.BodyHandler<byte[]> handler(int limit) {
        return head -> new BoundedBody(
                head.headers()
                                        .firstValue("content-length")
                                        .map(BoundedBody::length)
                                        .orElse(0L)
                                > limit
                        ? -1
                        : limit);
    }

    /** Unpacks gzip, never to more than {@code limit} bytes. */
    static byte[] gunzip(byte[] packed, int limit) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new TooLarge();
            }
            return plain;
        }
    }

    private static long length(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (limit < 0) {
            tooLarge();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (whole.isDone()) {
                return;
            }
            if (buffer.remaining() > limit - bytes.size()) {
                tooLarge();
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.write(chunk, 0, chunk.length);
        }
    }

    private void tooLarge() {
        whole.completeExceptionally(new TooLarge());
        subscription.cancel();
    }

    @Override
    public void onError(Throwable throwable) {
        whole.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }

    /** More than was agreed on. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
