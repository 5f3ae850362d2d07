package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.talenthub.engines.process.ProcessTag;

/** Kills the engines of a home under a hub that runs. */
public final class EngineKills {

    private EngineKills() {}

    /** As {@code kill -9} does; {@code engine} is {@code database} or {@code search}. How many processes were hit. */
    public static int kill(Path home, String engine) throws IOException {
        List<ProcessHandle> running =
                ProcessTag.of(home.toRealPath().resolve(engine)).running();
        running.forEach(ProcessHandle::destroyForcibly);
        return running.size();
    }
}
