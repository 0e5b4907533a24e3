"""Writes images.json: small PNG files of every kind, and the red, green, blue and opacity that Pillow reads in them.

The files are put together here, by zlib and the PNG specification (W3C, second edition), so that neither writer nor
reader is the one under test. Rows have the filters none, sub and up in turn.

Run with Pillow 9.4: python3 make.py > images.json
"""

import base64
import io
import json
import struct
import zlib

from PIL import Image

WIDTH, HEIGHT = 11, 5
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGB_ALPHA: 4}
COLOURS = bytes((37 * i + 11 * c) % 256 for i in range(16) for c in range(3))
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def sample(x, y, channel, depth):
    return (73 * x + 151 * y + 41 * channel + x * y * 977) % (1 << depth)


def packed(values, depth):
    if depth == 16:
        return struct.pack(f">{len(values)}H", *values)
    line = bytearray((len(values) * depth + 7) // 8)
    for i, value in enumerate(values):
        line[i * depth // 8] |= value << (8 - depth - i * depth % 8)
    return bytes(line)


def scanlines(xs, ys, kind, depth, most):
    size, before, out = max(1, CHANNELS[kind] * depth // 8), None, b""
    for i, y in enumerate(ys):
        line = packed([sample(x, y, c, depth) % most for x in xs for c in range(CHANNELS[kind])], depth)
        other = [bytes(len(line)), bytes(size) + line, before or bytes(len(line))][i % 3]
        out += bytes([i % 3]) + bytes((a - b) % 256 for a, b in zip(line, other))
        before = line
    return out


def png(kind, depth, extra=(), interlaced=False, most=65536):
    grid = PASSES if interlaced else [(0, 0, 1, 1)]
    places = [(range(x, WIDTH, dx), range(y, HEIGHT, dy)) for x, y, dx, dy in grid]
    data = b"".join(scanlines(xs, ys, kind, depth, most) for xs, ys in places if xs and ys)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, kind, 0, 0, int(interlaced))
    chunks = [(b"IHDR", header), *extra, (b"IDAT", zlib.compress(data)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


def palette(depth, *more):
    return [(b"PLTE", COLOURS[: 3 << min(depth, 4)]), *more]


IMAGES = {
    **{f"grey, {depth} bits": png(GREY, depth) for depth in (1, 2, 4, 8)},
    **{f"palette, {depth} bits": png(PALETTE, depth, palette(depth), most=16) for depth in (1, 2, 4, 8)},
    "palette with opacity, 2 bits": png(PALETTE, 2, palette(2, (b"tRNS", bytes([0, 100, 255])))),
    "colour, 8 bits": png(RGB, 8),
    "colour, 16 bits": png(RGB, 16),
    "colour with a suggested palette": png(RGB, 8, palette(4)),
    "grey with opacity": png(GREY_ALPHA, 8),
    "colour with opacity": png(RGB_ALPHA, 8),
    "a grey that is transparent": png(GREY, 8, [(b"tRNS", struct.pack(">H", sample(3, 2, 0, 8)))]),
    "a colour that is transparent": png(
        RGB, 8, [(b"tRNS", struct.pack(">3H", *(sample(3, 2, c, 8) for c in range(3))))]
    ),
    "grey, interlaced": png(GREY, 8, interlaced=True),
    **{f"grey, {depth} bits, interlaced": png(GREY, depth, interlaced=True) for depth in (1, 2, 4)},
    **{
        f"palette, {depth} bits, interlaced": png(PALETTE, depth, palette(depth), interlaced=True, most=16)
        for depth in (1, 2, 4)
    },
    "palette with opacity, 2 bits, interlaced": png(
        PALETTE, 2, palette(2, (b"tRNS", bytes([0, 100, 255]))), interlaced=True
    ),
    "colour, 16 bits, interlaced": png(RGB, 16, interlaced=True),
}


def text(data):
    return base64.b64encode(data).decode()


print(
    json.dumps(
        {
            "width": WIDTH,
            "height": HEIGHT,
            "images": [
                {"name": name, "png": text(data), "rgba": text(Image.open(io.BytesIO(data)).convert("RGBA").tobytes())}
                for name, data in IMAGES.items()
            ],
        },
        indent=1,
    )
)
