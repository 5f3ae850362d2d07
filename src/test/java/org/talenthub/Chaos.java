package org.talenthub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.talenthub.engines.EngineKills;
import tools.jackson.databind.JsonNode;

/**
 * Kills hub, database and search engine at random moments while stations import, and then looks whether anything was lost or doubled.
 * {@link KillTests} runs it. The seed says which of them dies and at what; how far the imports are by then is the machine's affair.
 */
final class Chaos {

    static final String PASSWORD = "demo-Hub-2026";
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private enum Target {
        HUB,
        DATABASE,
        SEARCH
    }

    private static final List<String> MOMENTS =
            List.of("READING", "COMMITTING", "INDEXING", "CHECKING", "REVERTING", "");

    private final Path home;
    private final long seed;
    private final int port;
    private final List<String> kills = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private RunningHub hub;

    private Chaos(Path home, long seed) throws IOException {
        this.home = home;
        this.seed = seed;
        this.port = RunningHub.freePort();
        this.hub = RunningHub.start(home, port, "--hub.demo=true");
    }

    /**
     * What came of it.
     *
     * @param kills one line for each
     * @param files how many were imported meanwhile
     * @param wrong what is lost, doubled, stuck or badly answered; nothing should be
     */
    record Outcome(long seed, List<String> kills, int files, long people, List<String> wrong) {}

    static Outcome run(Path home, int kills, long seed) throws Exception {
        System.out.println("[chaos] seed " + seed);
        Chaos chaos = new Chaos(home, seed);
        try {
            return chaos.run(kills);
        } finally {
            chaos.hub.close();
        }
    }

    private Outcome run(int count) throws Exception {
        HubClient client = hub.client(PASSWORD);
        long before = client.total("province", "/api/v1/talents");
        List<ChaosStation> stations = new ArrayList<>();
        for (String user : List.of("station", "station2")) {
            for (String lane : List.of("甲", "乙")) {
                String prefix = "混" + lane + (user.equals("station") ? "一" : "二") + run();
                stations.add(new ChaosStation(port, user, prefix, seed + stations.size(), wrong::add));
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(stations.size());
        List<Future<?>> working = new ArrayList<>();
        stations.forEach(s -> working.add(pool.submit(s)));
        kill(count);
        stations.forEach(ChaosStation::stop);
        for (Future<?> f : working) {
            try {
                f.get();
            } catch (ExecutionException e) {
                wrong.add(String.valueOf(e.getCause()));
            }
        }
        pool.shutdown();
        long people = stations.stream().mapToLong(ChaosStation::people).sum();
        new ChaosCheck(home, client, wrong::add).all(before + people);
        return new Outcome(
                seed, kills, stations.stream().mapToInt(ChaosStation::files).sum(), people, List.copyOf(wrong));
    }

    /** Names of one run are not those of another on the same home. */
    private String run() {
        return new StringBuilder()
                .appendCodePoint(0x4E00 + Math.floorMod((int) (seed ^ (seed >>> 32)), 0x5000))
                .toString();
    }

    private void kill(int count) throws Exception {
        Random random = new Random(seed);
        List<Target> targets = new ArrayList<>();
        while (targets.size() < count) {
            List<Target> next = new ArrayList<>(List.of(Target.values()));
            Collections.shuffle(next, random);
            targets.addAll(next);
        }
        int n = 0;
        for (Target target : targets.subList(0, count)) {
            String moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
            String seen = await(moment);
            HubClient.pause(random.nextInt(1500));
            Instant at = Instant.now();
            if (target == Target.HUB) {
                hub.kill();
                hub = RunningHub.start(home, port, "--hub.demo=true");
            } else if (EngineKills.kill(home, target == Target.DATABASE ? "database" : "search") == 0) {
                wrong.add("there was no " + target + " to kill");
            }
            recover(target);
            kills.add("%2d %-8s at %-10s back in %5.1f s"
                    .formatted(
                            ++n,
                            target,
                            seen,
                            Duration.between(at, Instant.now()).toMillis() / 1000.0));
            System.out.println("[chaos] " + kills.getLast());
        }
    }

    /** Waits a while for a batch in that phase; what was seen. */
    private String await(String phase) {
        HubClient client = hub.client(PASSWORD);
        Instant until = Instant.now().plus(Duration.ofSeconds(12));
        while (!phase.isEmpty() && Instant.now().isBefore(until)) {
            for (JsonNode b :
                    client.get("province", "/api/v1/imports?size=20").body().path("items")) {
                if (b.at("/progress/phase").asString("").equals(phase)
                        && !b.path("status").asString("").equals("FAILED")) {
                    return phase;
                }
            }
            HubClient.pause(20);
        }
        return "whenever";
    }

    /** Until pool and imports answer again; meanwhile only 503 may be said, and in words. */
    private void recover(Target target) {
        HubClient client = hub.client(PASSWORD);
        Instant until = Instant.now().plus(RECOVERY);
        boolean well = false;
        while (!well) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("the hub did not come back after the end of " + target);
            }
            well = true;
            for (String path : List.of("/api/v1/talents?size=1", "/api/v1/imports?size=1")) {
                HubClient.Answer a = client.get("province", path);
                well &= a.status() == 200;
                ChaosStation.judge(a, path, wrong::add);
            }
            HubClient.pause(100);
        }
    }
}
