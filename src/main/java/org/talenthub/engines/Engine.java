package org.talenthub.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@link EngineProcess} must know of an engine to run it. */
interface Engine {

    /** Name and version for people. */
    String title();

    /** The directory in the hub's home that holds this engine's files. */
    Path directory();

    /** Unpacks, initialises and configures whatever is missing, for the present port; does nothing that was done before. */
    void prepare() throws IOException, InterruptedException;

    /** The command that runs the engine in the foreground. */
    ProcessBuilder command() throws IOException;

    /** Whether the engine answers a real request with the hub's own credentials. */
    boolean answers() throws InterruptedException;

    /** The files to look into when the engine fails, the most telling last. */
    List<Path> logs();
}
