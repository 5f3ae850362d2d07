/** The API of the chains: the dictionary, what waits for a department, and what it says. */
@NullMarked
package org.talenthub.chains.web;

import org.jspecify.annotations.NullMarked;
