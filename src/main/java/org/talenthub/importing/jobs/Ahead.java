package org.talenthub.importing.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads and works on items in a thread of its own, a little ahead of who takes them: the next rows are parsed and checked while the
 * database writes the last ones. Keeps the order; what went wrong comes out where its item would have come.
 */
class Ahead<S, T> implements ItemStreamReader<T> {

    private static final int LUMP = 250;
    private static final int LUMPS_AHEAD = 8;

    private final ItemStreamReader<S> items;
    private final ItemProcessor<S, T> work;
    private final BlockingQueue<Lump<T>> ready = new ArrayBlockingQueue<>(LUMPS_AHEAD);
    private Iterator<T> taken = List.<T>of().iterator();
    private @Nullable Lump<T> last;
    private @Nullable Thread thread;

    Ahead(ItemStreamReader<S> items, ItemProcessor<S, T> work) {
        this.items = items;
        this.work = work;
    }

    /** Some items; the last lump says how it ended. */
    private record Lump<T>(
            List<T> items, boolean end, @Nullable Throwable failure) {}

    @Override
    public void open(ExecutionContext context) {
        items.open(context);
        thread = Thread.ofPlatform().daemon().name("ahead").start(this::run);
    }

    private void run() {
        List<T> lump = new ArrayList<>(LUMP);
        try {
            Throwable failure = null;
            try {
                for (S item = items.read(); item != null; item = items.read()) {
                    T done = work.process(item);
                    if (done != null) {
                        lump.add(done);
                    }
                    if (lump.size() == LUMP) {
                        ready.put(new Lump<>(lump, false, null));
                        lump = new ArrayList<>(LUMP);
                    }
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) { // errors too: whoever takes the items would wait for ever
                failure = e;
            }
            ready.put(new Lump<>(lump, true, failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed early
        }
    }

    @Override
    public @Nullable T read() throws Exception {
        while (!taken.hasNext()) {
            if (last != null) {
                rethrow(last.failure());
                return null;
            }
            Lump<T> next = next();
            taken = next.items().iterator();
            last = next.end() ? next : null;
        }
        return taken.next();
    }

    private Lump<T> next() throws InterruptedException {
        while (true) {
            Lump<T> next = ready.poll(1, TimeUnit.SECONDS);
            if (next != null) {
                return next;
            }
            if (thread == null || (!thread.isAlive() && ready.isEmpty())) {
                throw new IllegalStateException("nobody reads ahead");
            }
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws Exception {
        switch (failure) {
            case null -> {}
            case Exception e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    /** Waits until nobody uses the items any more, then closes them. */
    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
        items.close();
    }
}
