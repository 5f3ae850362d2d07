/** What taking a batch back would change, told before it is done. */
@NamedInterface("revert")
@NullMarked
package org.talenthub.importing.batch.revert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
