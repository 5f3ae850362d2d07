package org.talenthub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A station's script that imports file after file and expects of each exactly what it would bring on a quiet day. Some files repeat
 * persons of the one before with another post, some are undone right after. A broken connection is answered by sending the same again.
 */
final class ChaosStation implements Runnable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int DIRTY = 50;

    private final HubClient client;
    private final String user;
    private final String prefix;
    private final Random random;
    private final Consumer<String> wrong;
    private volatile boolean going = true;
    private int next;
    private int repeatable;
    private int files;
    private long people;

    ChaosStation(int port, String user, String prefix, long seed, Consumer<String> wrong) {
        this.client = new HubClient(port, Chaos.PASSWORD);
        this.user = user;
        this.prefix = prefix;
        this.random = new Random(seed);
        this.wrong = wrong;
    }

    void stop() {
        going = false;
    }

    int files() {
        return files;
    }

    /** How many persons it has in the pool. */
    long people() {
        return people;
    }

    @Override
    public void run() {
        while (going) {
            int rows = random.nextInt(10) < 7 ? 20 + random.nextInt(300) : 3_000 + random.nextInt(3_000);
            int again = Math.min(repeatable, random.nextInt(3) == 0 ? 10 : 0);
            boolean undo = random.nextInt(5) == 0;
            one(rows, again, undo);
        }
    }

    private void one(int rows, int again, boolean undo) {
        int from = next;
        next += rows;
        StringBuilder csv = ManyTalents.header();
        // the clean ones at the end of the last file that stands
        ManyTalents.rows(csv, prefix, from - again, from, "总工程师" + files, i -> false);
        ManyTalents.rows(csv, prefix, from, next, "工程师", i -> (i - from) % DIRTY == 7 && i < next - 10);
        long dirty = java.util.stream.IntStream.range(from, next)
                .filter(i -> (i - from) % DIRTY == 7 && i < next - 10)
                .count();
        String id = sent(prefix + from + ".csv", ManyTalents.bytes(csv));
        JsonNode done = settled(id, "COMMITTED");
        List<Integer> counts = counts(done);
        List<Integer> expected = List.of(again + rows, (int) (rows - dirty), again, 0, (int) dirty);
        if (!counts.equals(expected)) {
            wrong.accept(user + " " + id + ": " + counts + " instead of " + expected + " " + done);
        }
        files++;
        if (undo) {
            asked(id);
            settled(id, "REVERTED");
            repeatable = 0; // the next file must not touch what is not there
        } else {
            people += rows - dirty;
            repeatable = 10;
        }
    }

    /** Sends until it is taken; a batch's id. */
    private String sent(String name, byte[] file) {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            HubClient.Answer a = client.upload(user, "talent", name, file, "commit");
            if (a.status() == 200 || a.status() == 202) {
                return a.body().path("id").asString();
            }
            judge(a, "upload", wrong);
            late(until, "upload of " + name + ": " + a.status() + " " + a.body());
            HubClient.pause(300);
        }
    }

    private void asked(String id) {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            HubClient.Answer a = client.post(user, "/api/v1/imports/" + id + "/revert");
            // 409: the answer to the first try was lost
            if (a.status() == 202 || a.status() == 409) {
                return;
            }
            judge(a, "revert", wrong);
            late(until, "revert of " + id + ": " + a.status() + " " + a.body());
            HubClient.pause(300);
        }
    }

    private JsonNode settled(String id, String end) {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            HubClient.Answer a = client.get(user, "/api/v1/imports/" + id);
            if (a.status() == 200 && a.body().path("status").asString("").equals(end)) {
                return a.body();
            }
            judge(a, "batch", wrong);
            late(until, "batch " + id + " did not become " + end + ": " + a.status() + " " + a.body());
            HubClient.pause(200);
        }
    }

    private static void late(Instant until, String what) {
        if (Instant.now().isAfter(until)) {
            throw new AssertionError(what);
        }
    }

    /** No answer while the hub is down, 503 in Chinese words while an engine is; nothing else may go wrong. */
    static void judge(HubClient.Answer a, String asked, Consumer<String> wrong) {
        boolean told = a.status() == 503 && a.body().path("detail").asString("").matches("(?s).*[\\u4e00-\\u9fa5].*");
        if (!Set.of(0, 200, 202, 409).contains(a.status()) && !told) {
            wrong.accept(asked + " was answered by " + a.status() + " " + a.body());
        }
    }

    private static List<Integer> counts(JsonNode batch) {
        JsonNode c = batch.path("counts");
        return List.of(
                c.path("read").asInt(),
                c.path("created").asInt(),
                c.path("updated").asInt(),
                c.path("unchanged").asInt(),
                c.path("rejected").asInt());
    }
}
