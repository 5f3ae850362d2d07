/** Who is calling and what they may do: accounts, roles, the viewer, sealing of sensitive values. */
@NullMarked
package org.talenthub.security;

import org.jspecify.annotations.NullMarked;
