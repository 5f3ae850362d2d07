/** The indices by their names, and what their documents are made of. */
@NamedInterface("indices")
@NullMarked
package org.talenthub.indexing.indices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
