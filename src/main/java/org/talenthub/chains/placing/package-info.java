/** The rule that places a record on nodes: pure, by the dictionary's words and the columns they stand in. */
@NamedInterface("placing")
@NullMarked
package org.talenthub.chains.placing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
