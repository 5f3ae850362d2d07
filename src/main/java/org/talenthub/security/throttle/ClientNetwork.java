package org.talenthub.security.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** From where somebody comes, as it is counted. */
final class ClientNetwork {

    private ClientNetwork() {}

    /** Of the sixth version of the protocol the network: its owner has all addresses of it. What is no address stays as it is. */
    static String of(String address) {
        try {
            if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                byte[] network = six.getAddress();
                Arrays.fill(network, 8, 16, (byte) 0);
                return InetAddress.getByAddress(network).getHostAddress();
            }
        } catch (IllegalArgumentException | UnknownHostException e) {
            // none that is written as one
        }
        return address;
    }
}
