/** The chain that a request passes: sessions, headers, refusals, where writes may come from. */
@NullMarked
package org.talenthub.security.web;

import org.jspecify.annotations.NullMarked;
