package dev.protection.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of network addresses, as in RFC 4632 and RFC 4291. No name is ever looked up.
 *
 * @param cidr an address and the number of its leading bits that count, such as {@code 10.1.0.0/16} or
 *     {@code 2001:db8::/32}
 */
public record Network(String cidr) {
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    /**
     * Checks the range.
     *
     * @param cidr the range
     * @throws IllegalArgumentException when it is not one
     */
    public Network {
        int slash = cidr.indexOf('/');
        String bits = cidr.substring(slash + 1);
        if (slash < 0
                || !BITS.matcher(bits).matches()
                || Integer.parseInt(bits) > 8 * bytes(cidr.substring(0, slash)).length) {
            throw new IllegalArgumentException("a network is an address and a number of bits, such as 10.1.0.0/16");
        }
    }

    /**
     * Tells whether an address lies in this range.
     *
     * @param address an address in figures, IPv4 or IPv6
     * @return false for an address of the other kind, and for what is not an address
     */
    public boolean contains(String address) {
        int slash = cidr.indexOf('/');
        byte[] base = bytes(cidr.substring(0, slash));
        byte[] asked = bytes(address);
        int bits = Integer.parseInt(cidr.substring(slash + 1));
        boolean same = asked.length == base.length && asked.length > 0;
        for (int bit = 0; same && bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            same = (base[bit / 8] & mask) == (asked[bit / 8] & mask);
        }
        return same;
    }

    /** Empty for what is not an address. An IPv4 address written as IPv6 is an IPv4 address. */
    private static byte[] bytes(String address) {
        boolean figures = IPV4.matcher(address).matches()
                || (address.indexOf(':') >= 0 && IPV6.matcher(address).matches());
        if (!figures) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return cidr;
    }
}
