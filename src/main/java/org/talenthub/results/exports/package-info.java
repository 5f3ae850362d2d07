/** Exports of a whole result. */
@NamedInterface("exports")
@NullMarked
package org.talenthub.results.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
