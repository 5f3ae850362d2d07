/** A person's sealed values, shown one at a time, for a purpose, for a quarter of an hour, and never without a trace. */
@NamedInterface("unmask")
@NullMarked
package org.talenthub.talent.unmask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
