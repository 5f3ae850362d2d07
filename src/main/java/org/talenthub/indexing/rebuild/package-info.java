/** Indices built anew, compared with the database and repaired. */
@NamedInterface("rebuild")
@NullMarked
package org.talenthub.indexing.rebuild;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
