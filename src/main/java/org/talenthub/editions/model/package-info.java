/** An edition as it is kept: its lines, its life, its corrections. */
@NullMarked
package org.talenthub.editions.model;

import org.jspecify.annotations.NullMarked;
