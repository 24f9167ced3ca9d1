#!/usr/bin/env python3
"""PyTorch's side of the training-step comparison: the networks and the step of bench's package
ganengine.bench.peer, with the same arithmetic, at PyTorch's best.

usage: torch_step.py check DIR      first losses from DIR/<network>.npz (weights, images and z exported by us)
       torch_step.py time [SECONDS] seconds a step of every network, batch, precision and mode; SECONDS each (default 2)

Prints one JSON object a line.
"""
import json
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

LEAK = 0.2
PRECISIONS = ["fp32", "tf32", "bf16"]
MODES = ["eager", "channels_last", "graph", "compile", "compile_graph"]
BATCHES = {"dcgan64": [64, 128, 512], "pacdcgan2": [64], "mlp": [64]}


class SameConv(nn.Conv2d):
    """Padding as TensorFlow's SAME: one more below and to the right where it is odd."""

    def __init__(self, inputs, outputs, side):
        super().__init__(inputs, outputs, 5, stride=2)
        total = max(0, ((side + 1) // 2 - 1) * 2 + 5 - side)
        self.padding_all = (total // 2, total - total // 2) * 2

    def forward(self, x):
        return super().forward(F.pad(x, self.padding_all))


class SameTransposed(nn.ConvTranspose2d):
    """The transpose of SameConv: to this side, cropped where SameConv pads."""

    def __init__(self, inputs, outputs, side):
        super().__init__(inputs, outputs, 5, stride=2)
        self.side = side
        self.top = max(0, ((side + 1) // 2 - 1) * 2 + 5 - side) // 2

    def forward(self, x):
        end = self.top + self.side
        return super().forward(x)[:, :, self.top : end, self.top : end]


class ToImages(nn.Module):
    """[n, 2 * 2 * 512], rows of an NHWC image, to [n, 512, 2, 2]."""

    def forward(self, x):
        return x.view(-1, 2, 2, 512).permute(0, 3, 1, 2)


class ToRows(nn.Module):
    """[n, c, h, w] to the rows of its NHWC image."""

    def forward(self, x):
        return x.permute(0, 2, 3, 1).flatten(1)


def dcgan(widest):
    conv, transposed = nn.Conv2d, nn.ConvTranspose2d
    g = [transposed(100, widest, 4, 1, 0, bias=False)]
    width = widest
    while width > 64:
        g += [nn.BatchNorm2d(width), nn.ReLU(True), transposed(width, width // 2, 4, 2, 1, bias=False)]
        width //= 2
    g += [nn.BatchNorm2d(width), nn.ReLU(True), transposed(width, 3, 4, 2, 1, bias=False), nn.Tanh()]
    d = [conv(3, 64, 4, 2, 1, bias=False), nn.LeakyReLU(LEAK, True)]
    width = 64
    while width < widest:
        d += [conv(width, 2 * width, 4, 2, 1, bias=False), nn.BatchNorm2d(2 * width), nn.LeakyReLU(LEAK, True)]
        width *= 2
    d += [conv(widest, 1, 4, 1, 0, bias=False)]
    return nn.Sequential(*g), nn.Sequential(*d)


def pacdcgan2():
    g = [nn.Linear(100, 2048), ToImages()]
    width = 512
    for side in (4, 7, 14):
        g += [nn.BatchNorm2d(width), nn.ReLU(True), SameTransposed(width, width // 2, side)]
        width //= 2
    g += [nn.BatchNorm2d(width), nn.ReLU(True), SameTransposed(width, 3, 28), nn.Tanh()]
    d = [SameConv(6, 64, 28), nn.LeakyReLU(LEAK, True)]
    width = 64
    for side in (14, 7, 4):
        d += [SameConv(width, 2 * width, side), nn.BatchNorm2d(2 * width), nn.LeakyReLU(LEAK, True)]
        width *= 2
    d += [ToRows(), nn.Linear(2048, 1)]
    return nn.Sequential(*g), nn.Sequential(*d)


def dense(*widths):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [nn.Linear(inputs, outputs), nn.LeakyReLU(LEAK, True)]
    return layers[:-1]


def networks(name):
    if name == "pacdcgan2":
        return pacdcgan2()
    if name == "mlp":
        return nn.Sequential(*dense(100, 256, 512, 1024, 784), nn.Tanh()), nn.Sequential(*dense(784, 512, 256, 1))
    return dcgan({"dcgan64": 512, "dcgan32": 256}[name])


def shapes(name):
    """z and image of one sample as PyTorch has them."""
    return {
        "dcgan64": ((100, 1, 1), (3, 64, 64)),
        "dcgan32": ((100, 1, 1), (3, 32, 32)),
        "pacdcgan2": ((100,), (3, 28, 28)),
        "mlp": ((100,), (784,)),
    }[name]


class Step:
    def __init__(self, name, batch, rate, channels_last):
        self.name, self.batch = name, batch
        self.packing = 2 if name == "pacdcgan2" else 1
        self.generator_steps = 2 if name == "pacdcgan2" else 1
        self.z_shape, self.image_shape = shapes(name)
        self.g, self.d = (n.cuda().train() for n in networks(name))
        for net in (self.g, self.d):
            for module in net.modules():
                if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
                    nn.init.normal_(module.weight, 0, 0.02)
                    if module.bias is not None:
                        nn.init.zeros_(module.bias)
                elif isinstance(module, nn.BatchNorm2d):
                    nn.init.normal_(module.weight, 1, 0.02)
        self.images = batch * self.packing
        self.real = torch.rand(self.images, *self.image_shape, device="cuda") * 2 - 1
        if channels_last and name != "mlp":
            self.g, self.d = self.g.to(memory_format=torch.channels_last), self.d.to(memory_format=torch.channels_last)
            self.real = self.real.to(memory_format=torch.channels_last)
        self.rate = rate
        self.z = None
        self.ones = torch.ones(batch, device="cuda")
        self.zeros = torch.zeros(batch, device="cuda")
        self.losses = (self.zeros, self.zeros)

    def optimisers(self, capturable):
        make = lambda net: torch.optim.Adam(net.parameters(), lr=self.rate, betas=(0.5, 0.999), fused=True, capturable=capturable)
        self.adam_g, self.adam_d = make(self.g), make(self.d)

    def packed(self, images):
        return images if self.packing == 1 else torch.cat(images.split(self.batch), 1)

    def run(self, autocast):
        z = self.z if self.z is not None else torch.randn(self.images, *self.z_shape, device="cuda")
        bce = F.binary_cross_entropy_with_logits
        with autocast():
            fake = self.packed(self.g(z))
            loss_d = bce(self.d(self.packed(self.real)).flatten().float(), self.ones) + bce(
                self.d(fake.detach()).flatten().float(), self.zeros
            )
        self.adam_d.zero_grad(set_to_none=True)
        loss_d.backward()
        self.adam_d.step()
        for p in self.d.parameters():
            p.requires_grad_(False)
        for i in range(self.generator_steps):
            with autocast():
                if i > 0:
                    fake = self.packed(self.g(z))
                loss_g = bce(self.d(fake).flatten().float(), self.ones)
            self.adam_g.zero_grad(set_to_none=True)
            loss_g.backward()
            self.adam_g.step()
        for p in self.d.parameters():
            p.requires_grad_(True)
        self.losses = (loss_d.detach(), loss_g.detach())


def set_precision(precision):
    tf32 = precision != "fp32"
    torch.backends.cuda.matmul.allow_tf32 = tf32
    torch.backends.cudnn.allow_tf32 = tf32
    torch.backends.cudnn.benchmark = True
    if precision == "bf16":
        return lambda: torch.autocast("cuda", dtype=torch.bfloat16)
    import contextlib

    return contextlib.nullcontext


def load(net, arrays, prefix):
    """Our weights: filters [out, kh, kw, in] (of a transposed convolution: of the convolution that it transposes)."""
    for name, module in net.named_modules():
        of = lambda kind: torch.from_numpy(np.ascontiguousarray(arrays[f"{prefix}.{name}.{kind}"]))
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
            weight = of("weight").permute(0, 3, 1, 2)
        elif isinstance(module, nn.Linear):
            weight = of("weight")
            if weight.shape != module.weight.shape:
                weight = weight.T
        elif isinstance(module, nn.BatchNorm2d):
            weight = of("gamma")
        else:
            continue
        with torch.no_grad():
            if weight.shape != module.weight.shape:
                raise SystemExit(f"{prefix}.{name}: {tuple(weight.shape)} against {tuple(module.weight.shape)}")
            module.weight.copy_(weight)
            if module.bias is not None:
                module.bias.copy_(of("beta" if isinstance(module, nn.BatchNorm2d) else "bias"))


def check(folder):
    for name in ("dcgan64", "dcgan32", "pacdcgan2", "mlp"):
        arrays = np.load(f"{folder}/{name}.npz")
        autocast = set_precision("fp32")
        packs = arrays["real"].shape[0] // (2 if name == "pacdcgan2" else 1)
        step = Step(name, packs, 2e-4, False)
        load(step.g, arrays, "g")
        load(step.d, arrays, "d")
        step.optimisers(False)
        as_torch = lambda a: torch.from_numpy(a).cuda().permute(0, 3, 1, 2).contiguous() if a.ndim == 4 else torch.from_numpy(a).cuda()
        step.real, step.z = as_torch(arrays["real"]), as_torch(arrays["z"])
        losses = []
        for _ in range(5):
            step.run(autocast)
            losses.append([float(x) for x in step.losses])
        print(json.dumps({"network": name, "losses": losses}), flush=True)


def prepare(step, mode, autocast):
    """What one step is in this mode."""
    graphed = mode in ("graph", "compile_graph")
    step.optimisers(graphed)
    if mode.startswith("compile"):
        step.g, step.d = torch.compile(step.g), torch.compile(step.d)
    if not graphed:
        return lambda: step.run(autocast)
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(5):
            step.run(autocast)
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step.run(autocast)
    return graph.replay


def measure(run, seconds):
    for _ in range(20):
        run()
    torch.cuda.synchronize()
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 5:
        start = time.perf_counter()
        for _ in range(10):
            run()
        torch.cuda.synchronize()
        times.append((time.perf_counter() - start) / 10)
    return sorted(times)


def time_all(seconds):
    for name, batches in BATCHES.items():
        for batch in batches:
            for precision in PRECISIONS:
                for mode in MODES:
                    if mode.startswith("compile") and (batch == 128 or precision == "fp32"):
                        continue  # compiling takes most of a lease
                    autocast = set_precision(precision)
                    torch.cuda.empty_cache()
                    torch.cuda.reset_peak_memory_stats()
                    row = {"peer": "torch " + torch.__version__, "network": name, "batch": batch, "precision": precision, "mode": mode}
                    try:
                        # A rate at which losses stay healthy while it is timed; graphs and compile run channels-last, too.
                        step = Step(name, batch, 1e-6, mode != "eager")
                        times = measure(prepare(step, mode, autocast), seconds)
                        row |= {
                            "median_s": times[len(times) // 2],
                            "min_s": times[0],
                            "max_s": times[-1],
                            "peak_bytes": torch.cuda.max_memory_allocated(),
                        }
                    except Exception as e:  # a mode that fails is a row that says so
                        row["error"] = f"{type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}"[:300]
                    torch._dynamo.reset()
                    print(json.dumps(row), flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "check":
        check(sys.argv[2])
    elif len(sys.argv) in (2, 3) and sys.argv[1] == "time":
        time_all(float(sys.argv[2]) if len(sys.argv) == 3 else 2.0)
    else:
        sys.exit(__doc__)
