package dev.downbeat.engine.sources.link;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses belong to the public internet, by IANA's special-purpose registries. What embeds
 * an IPv4 address (mapped, compatible, 6to4, Teredo, NAT64) is refused as a whole.
 */
final class PublicAddress {
    /** Address, bits of its prefix. */
    private static final int[][] PRIVATE_IPV4 = {
        {0, 0, 0, 0, 8},
        {10, 0, 0, 0, 8},
        {100, 64, 0, 0, 10},
        {127, 0, 0, 0, 8},
        {169, 254, 0, 0, 16},
        {172, 16, 0, 0, 12},
        {192, 0, 0, 0, 24},
        {192, 0, 2, 0, 24},
        {192, 31, 196, 0, 24},
        {192, 52, 193, 0, 24},
        {192, 88, 99, 0, 24},
        {192, 168, 0, 0, 16},
        {192, 175, 48, 0, 24},
        {198, 18, 0, 0, 15},
        {198, 51, 100, 0, 24},
        {203, 0, 113, 0, 24},
        {224, 0, 0, 0, 4},
        {240, 0, 0, 0, 4}
    };

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicIpv4(bytes) : isPublicIpv6(bytes);
    }

    private static boolean isPublicIpv4(byte[] address) {
        for (int[] range : PRIVATE_IPV4) {
            byte[] prefix = {(byte) range[0], (byte) range[1], (byte) range[2], (byte) range[3]};
            if (startsWith(address, prefix, range[4])) {
                return false;
            }
        }
        return true;
    }

    /** Only 2000::/3 is handed out; inside it some blocks are not the internet. */
    private static boolean isPublicIpv6(byte[] address) {
        return startsWith(address, new byte[] {0x20}, 3)
                && !startsWith(address, new byte[] {0x20, 0x01, 0x00}, 23)
                && !startsWith(address, new byte[] {0x20, 0x01, 0x0d, (byte) 0xb8}, 32)
                && !startsWith(address, new byte[] {0x20, 0x02}, 16)
                && !startsWith(address, new byte[] {0x3f, (byte) 0xff, 0x00}, 20)
                && !startsWith(address, new byte[] {0x26, 0x20, 0x00, 0x4f, (byte) 0x80}, 48);
    }

    private static boolean startsWith(byte[] address, byte[] prefix, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int expected = bit / 8 < prefix.length ? prefix[bit / 8] : 0;
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (expected & mask)) {
                return false;
            }
        }
        return true;
    }
}
