/** Batches: their state, files, views and previews. */
@NamedInterface("batch")
@NullMarked
package org.talenthub.importing.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
