/** Saved searches and what is new in them. */
@NamedInterface("saved")
@NullMarked
package org.talenthub.results.saved;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
