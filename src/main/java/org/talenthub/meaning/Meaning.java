package org.talenthub.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a text means, as a direction in 512 dimensions. The model is loaded in the background after the start; until then, when it cannot be
 * loaded, and with {@code hub.search.meaning=false} there are no vectors, and whoever asks goes on without.
 */
@Component
public class Meaning {

    private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);
    private static final int QUERIES = 10_000;

    private final boolean on;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final Cache<String, float[]> queries =
            Caffeine.newBuilder().maximumSize(QUERIES).build();
    private volatile @Nullable Space space;

    Meaning(@Value("${hub.search.meaning:true}") boolean on) {
        this.on = on;
        if (on) {
            Thread.ofPlatform().name("meaning-load").daemon().start(this::load);
        } else {
            settled.countDown();
        }
    }

    private void load() {
        try {
            Space loaded = new Space(new Model());
            loaded.vector("热身");
            space = loaded;
        } catch (RuntimeException | LinkageError e) {
            // a platform without the native libraries, a file system without room for them
            LOG.warn("search by meaning is off, the model does not load: {}", e.toString());
        } finally {
            settled.countDown();
        }
    }

    /** Whether records are to have vectors; the model may still be on its way. */
    public boolean on() {
        return on;
    }

    /** Whether the model is there. */
    public boolean ready() {
        return space != null;
    }

    /** Waits until the model is there, or is known not to come; false then. */
    public boolean awaitReady() throws InterruptedException {
        return settled.await(1, TimeUnit.MINUTES) && ready();
    }

    /** The vector of a text, computed now in some milliseconds; of length one; empty while there is no model. */
    Optional<float[]> of(String text) {
        Space s = space;
        return s == null || text.isBlank() ? Optional.empty() : Optional.of(s.vector(text));
    }

    /** The vector of what somebody typed, a number from -127 to 127 per dimension; remembered. */
    public Optional<byte[]> query(String typed) {
        return typed(typed).map(Vector::bytes);
    }

    Optional<float[]> typed(String typed) {
        float[] known = queries.getIfPresent(typed);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<float[]> computed = of(typed);
        computed.ifPresent(v -> queries.put(typed, v));
        return computed;
    }
}
