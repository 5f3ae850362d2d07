/** An edition as it is kept: its lines, its life, its corrections. */
@NamedInterface("model")
@NullMarked
package org.talenthub.editions.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
