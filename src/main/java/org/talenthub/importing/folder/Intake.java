package org.talenthub.importing.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.causes.Causes;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.importing.Uploads;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.folder.IntakeFolder.Found;
import org.talenthub.importing.folder.IntakeFolder.Place;
import org.talenthub.importing.folder.IntakeFolder.Stamp;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.security.Viewer;

/**
 * Takes in what agencies put into the watched folder, by SFTP for example: {@code <station>/<feed>/<file>}. A whole file becomes a batch
 * that is committed by itself; when that has ended, the file moves to {@code done} or {@code refused} beside it, with a report. Batch and
 * claim on the file are one transaction, behind a lock that all hubs share, and a file once known is recognised by its content: neither
 * a crash nor a second hub can take it in twice.
 */
@Component
class Intake implements Background {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final @Nullable IntakeFolder folder;
    private final IntakeSettings settings;
    private final IntakeSenders senders;
    private final IntakeReports reports;
    private final Uploads uploads;
    private final Batches batches;
    private final Workspace workspace;
    private final IntakeTurn turn;
    private final long largest;

    private record Seen(Stamp stamp, long since) {}

    private final Map<Place, Seen> seen = new HashMap<>();
    private final Set<Object> partials = new HashSet<>();
    private final Set<String> troubled = new HashSet<>();
    private final Worker worker =
            new Worker(Stage.WAYS_IN, "intake", "the watched folder has to wait, trying again", this::round);

    Intake(
            IntakeSettings settings,
            IntakeSenders senders,
            IntakeReports reports,
            Uploads uploads,
            Batches batches,
            Workspace workspace,
            IntakeTurn turn,
            SheetLimits limits) {
        this.settings = settings;
        this.folder = settings.folder() == null ? null : new IntakeFolder(settings.folder());
        this.senders = senders;
        this.reports = reports;
        this.uploads = uploads;
        this.batches = batches;
        this.workspace = workspace;
        this.turn = turn;
        this.largest = limits.maxFile().toBytes();
    }

    @Override
    public Worker worker() {
        return worker;
    }

    @Override
    public boolean isAutoStartup() {
        return folder != null;
    }

    @Override
    public void start() {
        log.info("watching {} for files", settings.folder());
        worker.start();
    }

    private Duration round() throws IOException {
        if (folder != null) {
            round(folder);
        }
        return settings.every();
    }

    private void round(IntakeFolder watched) throws IOException {
        List<ImportBatch> under = batches.watched();
        for (ImportBatch batch : under) {
            alone("batch " + batch.id, () -> reports.conclude(watched, batch));
        }
        Set<String> busy = under.stream().map(b -> String.valueOf(b.intakePath)).collect(Collectors.toSet());
        List<Found> files = watched.files(this::closed);
        seen.keySet().retainAll(files.stream().map(Found::place).collect(Collectors.toSet()));
        partials.retainAll(files.stream().map(f -> f.stamp().key()).collect(Collectors.toSet()));
        for (Found f : files) {
            if (f.place().partial()) {
                partials.add(f.stamp().key());
            } else if (!busy.contains(f.place().path()) && whole(f)) {
                alone(f.place().path(), () -> take(watched, f));
            }
        }
    }

    private void closed(String directory) {
        if (troubled.add(directory)) {
            log.warn("a directory of the watched folder cannot be read: {}", directory);
        }
    }

    private interface Task {
        void go() throws IOException;
    }

    /** Does it so that its trouble holds up nobody else's file, and is told once; without the engines nobody gets on. */
    private void alone(String what, Task task) throws IOException {
        try {
            task.go();
            troubled.remove(what);
        } catch (IOException | RuntimeException e) {
            if (Causes.engineAway(e)) {
                throw e;
            }
            if (troubled.add(what)) {
                log.warn("a file of the watched folder has to wait, trying again ({})", e.toString());
            }
        }
    }

    /** Unchanged for long enough, or just renamed by the program that brought it. */
    private boolean whole(Found f) {
        if (partials.remove(f.stamp().key())) {
            return true;
        }
        Seen before = seen.get(f.place());
        if (before == null || !before.stamp().equals(f.stamp())) {
            seen.put(f.place(), new Seen(f.stamp(), System.nanoTime()));
            return false;
        }
        return System.nanoTime() - before.since() >= settings.settle().toNanos();
    }

    private void take(IntakeFolder watched, Found f) throws IOException {
        Path copy = workspace.file();
        try {
            if (watched.copy(f, copy, largest)) {
                claim(watched, f, copy);
                seen.remove(f.place());
            }
        } catch (Problem refusal) {
            if (refusal.status() >= 500) {
                throw refusal;
            }
            log.info("a file of the watched folder was refused: {}", refusal.code());
            reports.refuse(watched, f.place(), copy, refusal);
            seen.remove(f.place());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void claim(IntakeFolder watched, Found f, Path copy) throws IOException {
        List<String> where = f.place().directories();
        if (where.size() < 2) {
            throw Problem.unusable("intake.place", Sentence.of("refused.intake.place"));
        }
        Viewer sender = senders.of(where.getFirst());
        turn.alone(() -> {
            if (!there(watched, f)) {
                return; // another hub was quicker
            }
            String id = uploads.submit(where.get(1), f.place().name(), copy, true, sender)
                    .batch()
                    .id();
            boolean claimed =
                    batches.came(Ids.parse(id).orElseThrow(), f.place().path());
            log.info("batch {} came by the watched folder{}", id, claimed ? "" : ", its twin waits");
        });
    }

    private static boolean there(IntakeFolder watched, Found f) {
        try {
            return f.stamp().equals(watched.stamp(f.place()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
