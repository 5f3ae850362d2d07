/** Pairs that the hub found or somebody looked at: their states, the inbox, and the work that finds them. */
@NamedInterface("pairs")
@NullMarked
package org.talenthub.matching.pairs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
