/** Two algorithms on graphs that know nothing of meetings: cheapest flow, and colouring of edges in balanced classes. */
@NullMarked
package org.talenthub.planning.solve.graphs;

import org.jspecify.annotations.NullMarked;
