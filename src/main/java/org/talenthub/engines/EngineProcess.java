package org.talenthub.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talenthub.engines.process.Console;
import org.talenthub.engines.process.ProcessTag;

/**
 * Supervises one engine: starts it in a session of its own, so that a Ctrl-C meant for the hub doesn't reach it before
 * the hub has closed its connections; starts it again when it dies; stops it.
 */
final class EngineProcess {

    private static final Logger log = LoggerFactory.getLogger(EngineProcess.class);

    /** A slow disk may need minutes to recover an engine that was killed. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    static final Duration STOP_GRACE = Duration.ofSeconds(30);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(100);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(2);
    private static final int TAIL_LINES = 12;

    private final Engine engine;
    private final ProcessTag tag;
    private volatile boolean stopping;

    EngineProcess(Engine engine) {
        this.engine = engine;
        this.tag = ProcessTag.of(engine.directory());
    }

    /** Starts the engine, waits until it answers, and keeps it running from then on. */
    void start() throws InterruptedException {
        Instant begin = Instant.now();
        Process started;
        try {
            engine.prepare();
            Console.say("正在启动 " + engine.title(), "starting");
            started = spawn();
            awaitAnswer(started);
        } catch (IOException e) {
            throw new EnginesException(
                    engine.title() + " 未能启动：" + e + "\n" + engine.title() + " could not be started.", advice(), e);
        }
        String seconds = Console.seconds(Duration.between(begin, Instant.now()));
        Console.say(engine.title() + " 已就绪，用时 " + seconds + " 秒", "ready in " + seconds + " s");
        Thread.ofPlatform().daemon().name("watch-" + engine.title()).start(() -> watch(started));
    }

    /** Stops the engine, cleanly if it lets itself be; it isn't started again. */
    void stop() throws InterruptedException {
        synchronized (this) {
            stopping = true;
        }
        tag.stop(STOP_GRACE);
    }

    /** Under the same monitor as {@link #stop}, so that nothing is started that it doesn't see. */
    private synchronized Process spawn() throws IOException {
        if (stopping) {
            throw new EnginesException("枢纽正在停止。\nThe hub is stopping.", "");
        }
        ProcessBuilder builder = engine.command();
        builder.command().addFirst("setsid");
        builder.redirectErrorStream(true)
                .redirectOutput(engine.directory().resolve("console.log").toFile());
        tag.put(builder);
        return builder.start();
    }

    private void watch(Process first) {
        try {
            Process running = first;
            while (true) {
                int exit = running.waitFor();
                if (stopping) {
                    return;
                }
                log.error("{} 意外退出，退出码 {}，正在重新启动 · ended unexpectedly, starting it again", engine.title(), exit);
                running = restart(running);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until the engine runs again or the hub stops. */
    private Process restart(Process ended) throws InterruptedException {
        while (!stopping) {
            Thread.sleep(RESTART_PAUSE);
            tag.stop(STOP_GRACE);
            try {
                Process started = spawn();
                awaitAnswer(started);
                log.warn("{} 已重新启动 · runs again", engine.title());
                return started;
            } catch (IOException | EnginesException e) {
                if (!stopping) {
                    log.error("{} 未能重新启动，稍后再试 · could not be started again, will retry", engine.title(), e);
                }
            }
        }
        return ended;
    }

    private void awaitAnswer(Process started) throws InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!engine.answers()) {
            if (!started.isAlive()) {
                throw failure("进程已退出，退出码 " + started.exitValue(), "the process ended");
            }
            if (Instant.now().isAfter(limit)) {
                throw failure(START_LIMIT.toMinutes() + " 分钟内没有应答", "no answer");
            }
            Thread.sleep(PROBE_PAUSE);
        }
    }

    private EnginesException failure(String chinese, String english) {
        return new EnginesException(
                engine.title() + " 未能启动：" + chinese + "。\n" + engine.title() + " could not be started: " + english
                        + ".\n" + tails(),
                advice());
    }

    private String advice() {
        return "日志在 " + engine.directory()
                + "；也可用 spring.datasource.url、spring.elasticsearch.uris 接入已有的服务。\nSee the logs in "
                + engine.directory()
                + ", or connect servers of your own by spring.datasource.url and spring.elasticsearch.uris.";
    }

    private String tails() {
        StringBuilder text = new StringBuilder();
        for (Path file : engine.logs()) {
            try {
                List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())
                        .forEach(line -> text.append("  ").append(line).append('\n'));
            } catch (IOException absent) {
                text.append("  ").append(file).append(": -\n");
            }
        }
        return text.toString();
    }
}
