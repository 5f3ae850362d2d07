/** The jobs that read, forecast, commit and take back batches; the only user of Spring Batch. */
@NamedInterface("jobs")
@NullMarked
package org.talenthub.importing.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
