/** The file of a batch: where it lies sealed, and its end. */
@NamedInterface("files")
@NullMarked
package org.talenthub.importing.batch.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
