package org.talenthub.assessment.figures;

import java.time.Instant;

/** That a year is closed, and the hash of what was kept of it. */
public record Closed(int year, String sha256, Instant at) {}
