/** How reports go: a batch that is taken back, and rows whose place a correction takes. */
@NamedInterface("reverts")
@NullMarked
package org.talenthub.records.reverts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
