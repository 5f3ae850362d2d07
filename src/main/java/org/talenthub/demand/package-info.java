/** Urgent and scarce talent needs of enterprises. */
@NullMarked
package org.talenthub.demand;

import org.jspecify.annotations.NullMarked;
