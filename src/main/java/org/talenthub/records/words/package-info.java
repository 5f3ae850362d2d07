/** Values and texts of records as people read them. */
@NamedInterface("words")
@NullMarked
package org.talenthub.records.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
